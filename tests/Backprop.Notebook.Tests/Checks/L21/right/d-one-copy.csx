// L21.d
byte[] Pack(float[] numbers)
{
    var bytes = new byte[4 * numbers.Length];
    Buffer.BlockCopy(numbers, 0, bytes, 0, bytes.Length);
    return bytes;
}

float[] Unpack(byte[] bytes)
{
    var numbers = new float[bytes.Length / 4];
    Buffer.BlockCopy(bytes, 0, numbers, 0, bytes.Length);
    return numbers;
}
