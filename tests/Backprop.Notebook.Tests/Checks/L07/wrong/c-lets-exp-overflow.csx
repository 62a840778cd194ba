// L07.c: 4 points
// says: exp overflowed
- double largest = scores[r].Max();
+ double largest = 0;
