// L21.d: 1 points
// says: One byte cannot hold
byte[] Pack(float[] numbers) => numbers.Select(v => (byte)v).ToArray();
float[] Unpack(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => BitConverter.ToSingle(bytes, 4 * i))];
