// L21.d: 1 points
// says: cast to int
- uint bits = BitConverter.SingleToUInt32Bits(numbers[i]);
+ uint bits = (uint)(int)numbers[i];
