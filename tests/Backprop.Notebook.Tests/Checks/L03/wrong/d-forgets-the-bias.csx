// L03.d: 0 points
// says: The score lacks the bias
- double z = b;
+ double z = 0;
