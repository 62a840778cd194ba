// L03.b: 0 points
// says: The learning rate is missing
- m -= rate * slopeM;
+ m -= slopeM;
- b -= rate * slopeB;
+ b -= slopeB;
