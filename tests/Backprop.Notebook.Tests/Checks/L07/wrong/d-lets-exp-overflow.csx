// L07.d: 4 points
// says: exp overflowed
- double largest = z.Max();
+ double largest = 0;
