// L19.a: 2 points
// says: The first has its sign turned
- return [real.Average(z => Softplus(-z)) + caught, -caught, fooled];
+ return [real.Average(z => Softplus(-z)) + caught, caught, fooled];
