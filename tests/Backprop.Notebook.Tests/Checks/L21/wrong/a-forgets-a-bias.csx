// L21.a: 0 points
// says: bias1 is missing
- double sum = bias1[j];
+ double sum = 0;
