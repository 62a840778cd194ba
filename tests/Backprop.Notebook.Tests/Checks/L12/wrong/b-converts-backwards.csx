// L12.b: 4 points
// says: the way from η to α
- return alpha / (1 - beta);
+ return alpha * (1 - beta);
