// L04.d: 5 points
// says: z = 0 does not wake a unit
- if (z > 0) speaks = true;
+ if (z >= 0) speaks = true;
