// L19.a: 2 points
// says: That is V
- return [real.Average(z => Softplus(-z)) + caught, -caught, fooled];
+ return [-real.Average(z => Softplus(-z)) - caught, -caught, fooled];
