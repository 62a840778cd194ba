// L05.b: 2 points
// says: The gate of GELU moves too
- return gate + x * gate * (1 - gate);
+ return gate;
- return gate + x * Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
+ return gate;
