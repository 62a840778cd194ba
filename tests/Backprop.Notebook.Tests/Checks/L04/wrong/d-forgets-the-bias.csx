// L04.d: 0 points
// says: Your sum lacks the bias
- double z = b[j];
+ double z = 0;
