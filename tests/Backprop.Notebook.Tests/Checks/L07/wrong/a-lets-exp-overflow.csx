// L07.a: 3 points
// says: exp of a large score is infinite
- double largest = z.Max();
+ double largest = 0;
