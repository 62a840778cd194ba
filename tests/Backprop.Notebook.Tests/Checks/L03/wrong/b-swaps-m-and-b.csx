// L03.b: 0 points
// says: The two numbers are swapped
- return (m, b);
+ return (b, m);
