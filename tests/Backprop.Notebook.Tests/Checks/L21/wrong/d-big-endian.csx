// L21.d: 0 points
// says: the lowest comes first
- for (int k = 0; k < 4; k++) bytes[4 * i + k] = (byte)(bits >> (8 * k));
+ for (int k = 0; k < 4; k++) bytes[4 * i + k] = (byte)(bits >> (24 - 8 * k));
- for (int k = 0; k < 4; k++) bits |= (uint)bytes[4 * i + k] << (8 * k);
+ for (int k = 0; k < 4; k++) bits |= (uint)bytes[4 * i + k] << (24 - 8 * k);
