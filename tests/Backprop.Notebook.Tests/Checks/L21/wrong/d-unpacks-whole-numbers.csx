// L21.d: 2 points
// says: not of a whole number
- numbers[i] = BitConverter.UInt32BitsToSingle(bits);
+ numbers[i] = bits;
