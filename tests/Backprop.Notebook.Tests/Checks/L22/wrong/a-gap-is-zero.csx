// L22.a: 4 points
// says: A gap is not zero
- : double.NaN;
+ : 0;
