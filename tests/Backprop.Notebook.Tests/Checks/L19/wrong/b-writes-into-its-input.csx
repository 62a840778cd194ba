// L19.b: 4 points
// says: has other numbers after the call
- return [w, b, m, s];
+ (discriminator[0], discriminator[1], generator[0], generator[1]) = (w, b, m, s); return [w, b, m, s];
