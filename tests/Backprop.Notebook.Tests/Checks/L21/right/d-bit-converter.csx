// L21.d
byte[] Pack(float[] numbers) => [.. numbers.SelectMany(BitConverter.GetBytes)];
float[] Unpack(byte[] bytes) => [.. Enumerable.Range(0, bytes.Length / 4).Select(i => BitConverter.ToSingle(bytes, 4 * i))];
