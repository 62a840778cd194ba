// L19.a: 2 points
// says: Real and made have changed places
- return [real.Average(z => Softplus(-z)) + caught, -caught, fooled];
+ return [real.Average(z => Softplus(z)) + fooled, -caught, fooled];
