// L21.d: 1 points
// says: that is a double
byte[] Pack(float[] numbers) => numbers.SelectMany(v => BitConverter.GetBytes((double)v)).ToArray();
float[] Unpack(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => BitConverter.ToSingle(bytes, 4 * i))];
