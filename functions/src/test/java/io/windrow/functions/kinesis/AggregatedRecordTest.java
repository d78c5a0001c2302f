package io.windrow.functions.kinesis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.windrow.functions.kinesis.AggregatedRecords.User;
import io.windrow.record.Expansion;
import io.windrow.record.Position;
import io.windrow.record.StreamRecord;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;
import software.amazon.kinesis.retrieval.kpl.Messages;

class AggregatedRecordTest {

  @Test
  void userRecordsAreNumberedFromZeroAndAllButTheLastHaveMoreAfterThem() {
    byte[] data =
        AggregatedRecords.pack(
            List.of(User.of("a", "one"), User.of("b", "two"), User.of("a", "three")));

    List<StreamRecord> opened = open(data);

    assertThat(opened).extracting(r -> r.position().subSequence()).containsExactly(0L, 1L, 2L);
    assertThat(opened).extracting(r -> r.position().sequence()).containsOnly("7");
    assertThat(opened).extracting(StreamRecord::partitionKey).containsExactly("a", "b", "a");
    assertThat(opened)
        .extracting(r -> new String(r.data(), UTF_8))
        .containsExactly("one", "two", "three");
    assertThat(opened).extracting(StreamRecord::moreInside).containsExactly(true, true, false);
    assertThat(opened).extracting(StreamRecord::arrival).containsOnly(5L);
  }

  @Property
  void whatWasPackedIsOpenedAsTheClientLibraryOpensIt(@ForAll("users") List<User> users) {
    byte[] data = AggregatedRecords.pack(users);

    assertThat(texts(open(data))).isEqualTo(clientLibrary(data)).hasSameSizeAs(users);
  }

  @Property(tries = 3000)
  void aForgedMessageIsOpenedIfTheClientLibraryOpensItAndElseIsAPlainRecord(
      @ForAll("users") List<User> users, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] message = AggregatedRecords.message(users).toByteArray();
    for (int changes = random.nextInt(4); changes > 0; changes--) {
      message[random.nextInt(message.length)] = (byte) random.nextInt(256);
    }
    byte[] data = AggregatedRecords.seal(message);
    Messages.AggregatedRecord parsed = parse(message);

    assertThat(texts(open(data)))
        .isEqualTo(
            indexesHold(parsed) && keysHold(parsed)
                ? clientLibrary(data)
                : List.of(text("outer", data)));
  }

  /** The message, or an empty one if it is none. */
  private static Messages.AggregatedRecord parse(byte[] message) {
    try {
      return Messages.AggregatedRecord.parseFrom(message);
    } catch (InvalidProtocolBufferException e) {
      return Messages.AggregatedRecord.getDefaultInstance();
    }
  }

  private static boolean keysHold(Messages.AggregatedRecord message) {
    return message.getPartitionKeyTableList().stream().noneMatch(String::isEmpty)
        && message.getExplicitHashKeyTableList().stream().allMatch(AggregatedRecordTest::isHashKey);
  }

  private static boolean isHashKey(String key) {
    return key.matches("0|[1-9][0-9]*") && new BigInteger(key).bitLength() <= 128;
  }

  private static boolean indexesHold(Messages.AggregatedRecord message) {
    return message.getRecordsCount() > 0
        && message.getRecordsList().stream()
            .allMatch(
                record ->
                    isIn(record.getPartitionKeyIndex(), message.getPartitionKeyTableCount())
                        && (!record.hasExplicitHashKeyIndex()
                            || isIn(
                                record.getExplicitHashKeyIndex(),
                                message.getExplicitHashKeyTableCount())));
  }

  private static boolean isIn(long index, int size) {
    return index >= 0 && index < size;
  }

  @Property
  void anythingPastTheMagicIsAPlainRecordUnlessItsDigestHolds(
      @ForAll("users") List<User> users, @ForAll long seed) {
    byte[] data = AggregatedRecords.pack(users);
    int at = (int) Math.floorMod(seed, (long) data.length);
    data[at] ^= 1;

    assertThat(open(data)).containsExactly(record(data));
  }

  @Property
  void bytesThatAreNoAggregateArePlainRecords(@ForAll byte[] data) {
    assertThat(open(data)).containsExactly(record(data));
  }

  @Test
  void aRecordOfMagicAloneIsPlain() {
    byte[] data = {(byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2};

    assertThat(open(data)).containsExactly(record(data));
    assertThat(open(AggregatedRecords.seal(new byte[0]))).hasSize(1);
  }

  @Test
  void anAggregateOfNoUserRecordsIsAPlainRecordSoThatItIsCounted() {
    byte[] data =
        AggregatedRecords.seal(
            Messages.AggregatedRecord.newBuilder().addPartitionKeyTable("a").build().toByteArray());

    assertThat(open(data)).containsExactly(record(data));
    assertThat(clientLibrary(data)).isEmpty();
  }

  @Test
  void anIndexOutOfItsTableMakesItAPlainRecordSoThatNothingOfItIsLost() {
    Messages.AggregatedRecord message =
        Messages.AggregatedRecord.newBuilder()
            .addPartitionKeyTable("a")
            .addRecords(
                Messages.Record.newBuilder()
                    .setPartitionKeyIndex(0)
                    .setData(ByteString.copyFromUtf8("kept")))
            .addRecords(
                Messages.Record.newBuilder()
                    .setPartitionKeyIndex(1)
                    .setData(ByteString.copyFromUtf8("lost")))
            .build();
    byte[] data = AggregatedRecords.seal(message.toByteArray());

    assertThat(open(data)).containsExactly(record(data));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 256})
  void aPartitionKeyHasAsManyCharactersAsKinesisTakes(int characters) {
    String key = "\uD83D\uDE00".repeat(characters);

    assertThat(open(AggregatedRecords.pack(List.of(User.of(key, "one")))))
        .extracting(StreamRecord::partitionKey)
        .containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 257})
  void aPartitionKeyThatKinesisWouldNotTakeMakesItAPlainRecord(int characters) {
    byte[] data =
        AggregatedRecords.pack(
            List.of(User.of("a", "one"), User.of("\uD83D\uDE00".repeat(characters), "two")));

    assertThat(open(data)).containsExactly(record(data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "00", "-1", "1x", "\u0661", "340282366920938463463374607431768211456"})
  void aHashKeyThatKinesisWouldNotTakeMakesItAPlainRecord(String key) {
    User user = new User("a", key, new byte[] {1}, false);
    byte[] data = AggregatedRecords.pack(List.of(user));

    assertThat(open(data)).containsExactly(record(data));
  }

  @Test
  void recordsThatComeToMoreThanTheLimitAreOnePlainRecord() {
    int most = Expansion.LIMIT / (Expansion.PART + 1);

    assertThat(open(AggregatedRecords.pack("k", most))).hasSize(most);
    assertThat(open(AggregatedRecords.pack("k", most + 1))).hasSize(1);
  }

  @Provide
  Arbitrary<List<User>> users() {
    Arbitrary<String> keys =
        Arbitraries.oneOf(
            Arbitraries.of("a", "b", "\u00e9\u4e16"),
            Arbitraries.strings().ofMinLength(1).ofMaxLength(8));
    Arbitrary<String> hashKeys =
        Arbitraries.of("0", "1", "340282366920938463463374607431768211455");
    return Combinators.combine(
            keys.map(AggregatedRecordTest::valid),
            hashKeys.injectNull(0.7),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(40),
            Arbitraries.of(true, false))
        .as(User::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static String valid(String text) {
    return new String(text.getBytes(UTF_8), UTF_8);
  }

  private static StreamRecord record(byte[] data) {
    return new StreamRecord(new Position("shardId-000000000000", "7", 0), "outer", 5, data, false);
  }

  private static List<StreamRecord> open(byte[] data) {
    List<StreamRecord> opened = new ArrayList<>();
    AggregatedRecord.open(record(data), opened);
    return opened;
  }

  private static List<String> texts(List<StreamRecord> records) {
    return records.stream().map(r -> text(r.partitionKey(), r.data())).toList();
  }

  private static List<String> clientLibrary(byte[] data) {
    KinesisClientRecord record =
        KinesisClientRecord.builder()
            .data(ByteBuffer.wrap(data))
            .partitionKey("outer")
            .sequenceNumber("7")
            .approximateArrivalTimestamp(Instant.ofEpochMilli(5))
            .build();
    return new AggregatorUtil()
        .deaggregate(List.of(record)).stream().map(AggregatedRecordTest::text).toList();
  }

  private static String text(KinesisClientRecord record) {
    byte[] data = new byte[record.data().remaining()];
    record.data().get(data);
    return text(record.partitionKey(), data);
  }

  private static String text(String partitionKey, byte[] data) {
    return partitionKey + "=" + HexFormat.of().formatHex(data);
  }
}
