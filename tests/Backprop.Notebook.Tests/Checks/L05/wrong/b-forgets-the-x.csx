// L05.b: 3 points
// says: In the second term of Swish the x is missing
- return gate + x * gate * (1 - gate);
+ return gate + gate * (1 - gate);
