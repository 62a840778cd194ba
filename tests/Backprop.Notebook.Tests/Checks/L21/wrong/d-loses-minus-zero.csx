// L21.d: 4 points
// says: Move the bits
- uint bits = BitConverter.SingleToUInt32Bits(numbers[i]);
+ uint bits = BitConverter.SingleToUInt32Bits(numbers[i] + 0f);
