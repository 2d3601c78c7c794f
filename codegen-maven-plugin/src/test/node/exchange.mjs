// Writes the same samples that KafkaJsExchange.java makes, or reads them and compares. One JSON line per message.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import avro from 'avsc';
import { Kafka, Partitioners, logLevel } from 'kafkajs';
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';

const [command, topic, count, broker, host, schemaFile] = process.argv.slice(2);
const keys = Array.from({ length: Number(count) }, (_, i) => (i === 3 ? 'größe 𝄞' : `key ${i * 31}`));
const DAY = 86_400_000;

// A JavaScript number cannot hold every long. (Where a logical type stands, avsc keeps to numbers.)
const long = avro.types.LongType.__with({
  fromBuffer: (buffer) => buffer.readBigInt64LE(),
  toBuffer: (n) => { const b = Buffer.alloc(8); b.writeBigInt64LE(n); return b; },
  fromJSON: BigInt,
  toJSON: String,
  isValid: (n) => typeof n === 'bigint',
  compare: (a, b) => (a === b ? 0 : a < b ? -1 : 1),
});

class Day extends avro.types.LogicalType {
  _fromValue(days) { return new Date(days * DAY); }
  _toValue(date) { return date instanceof Date ? date.getTime() / DAY : undefined; }
}

class Moment extends avro.types.LogicalType {
  _fromValue(millis) { return new Date(millis); }
  _toValue(date) { return date instanceof Date ? date.getTime() : undefined; }
}

class Decimal extends avro.types.LogicalType {
  _fromValue(buffer) { return BigInt.asIntN(buffer.length * 8, BigInt('0x' + buffer.toString('hex'))); }
  _toValue(unscaled) {
    if (typeof unscaled !== 'bigint') return undefined;
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(unscaled);
    let from = 0;
    while (from < 7 && (unscaled < 0n ? bytes[from] === 255 && bytes[from + 1] > 127 : bytes[from] === 0 && bytes[from + 1] < 128)) from++;
    return bytes.subarray(from);
  }
}

function sample(i) {
  return {
    nothing: null,
    yes: i % 2 === 1,
    small: i * 1_000_003 - 5,
    large: -9_223_372_036_854_775_808n + BigInt(i),
    single: i / 4,
    twice: i / 10,
    text: `größe 𝄞 ${i}`,
    raw: Buffer.from([i, 255, 0]),
    sum: Buffer.from([1, 2, 3, i]),
    color: ['RED', 'GREEN', 'BLUE'][i % 3],
    node: { name: 'outer', next: { name: `inner ${i}`, next: null } },
    counts: Array.from({ length: i % 5 }, (_, n) => n * 1000),
    words: i % 2 === 0 ? {} : { [`word ${i}`]: BigInt(i) << 40n },
    maybe: i % 2 === 0 ? null : `maybe ${i}`,
    any: [i, `any ${i}`, { name: 'any', next: null }][i % 3],
    price: BigInt(i * 1999 - 10_000),
    day: new Date(Date.UTC(2024, 0, 1 + i)),
    time: i * 61_001,
    at: new Date(1_700_000_000_000 + i),
    precisely: 1_700_000_000_000_000 + i,
    local: 1_600_000_000_000 + i,
    id: `00000000-0000-0000-0000-0000000000${i.toString(16).padStart(2, '0')}`,
  };
}

// As a plain object: avsc reads records into classes of its own.
function plain(value) {
  if (Buffer.isBuffer(value) || value instanceof Date || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

const tell = (line) => process.stdout.write(JSON.stringify(line) + '\n');
const kafka = new Kafka({ clientId: 'javascript', brokers: [broker], logLevel: logLevel.ERROR });
const registry = new SchemaRegistry({ host }, {
  [SchemaType.AVRO]: {
    registry: { long },
    logicalTypes: { date: Day, 'timestamp-millis': Moment, decimal: Decimal },
  },
});

async function write() {
  const schema = readFileSync(schemaFile, 'utf8');
  const { id } = await registry.register({ type: SchemaType.AVRO, schema }, { subject: `${topic}-value` });
  const producer = kafka.producer({ createPartitioner: Partitioners.DefaultPartitioner });
  await producer.connect();
  for (const [i, key] of [...keys.entries(), [-1, keys[0]]]) {
    const value = i < 0 ? null : await registry.encode(id, sample(i));
    const headers = {
      ce_specversion: '1.0', ce_id: `js-${i}`, ce_type: 'Sample', ce_source: 'urn:javascript',
      ce_time: '2026-01-02T03:04:05Z', ce_correlationid: `c-${i}`,
    };
    const [{ partition }] = await producer.send({ topic, messages: [{ key, value, headers }] });
    tell({ key, partition });
  }
  await producer.disconnect();
}

async function read() {
  const consumer = kafka.consumer({ groupId: `javascript-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topic, fromBeginning: true });
  let left = keys.length + 1;
  await new Promise((resolve, reject) => {
    consumer.run({
      eachMessage: async ({ partition, message }) => {
        try {
          const key = message.key.toString();
          const headers = Object.fromEntries(Object.entries(message.headers).map(([k, v]) => [k, v.toString()]));
          if (message.value !== null) {
            assert.deepEqual(plain(await registry.decode(message.value)), sample(keys.indexOf(key)));
          }
          tell({ key, partition, tombstone: message.value === null, headers });
          if (--left === 0) resolve();
        } catch (e) {
          reject(e);
        }
      },
    }).catch(reject);
  });
  await consumer.disconnect();
}

try {
  await (command === 'write' ? write() : read());
} catch (e) {
  console.error(e);
  process.exitCode = 1;
  process.exit();
}
