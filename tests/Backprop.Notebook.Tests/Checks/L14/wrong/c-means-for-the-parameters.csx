// L14.c: 5 points
// says: A parameter that all examples share collects the sum
- return (y, dx, along * x.Length, g.Sum());
+ return (y, dx, along, g.Average());
