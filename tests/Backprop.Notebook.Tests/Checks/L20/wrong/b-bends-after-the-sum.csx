// L20.b: 0 points
// says: ReLU came after the sum
- if (z <= 0) continue;
+ 
- return (y, dx);
+ return ([.. y.Select(v => Math.Max(0, v))], dx);
