// L03.b: 2 points
// says: That is where the first step ends
- for (int step = 0; step < steps; step++)
+ for (int step = 0; step < Math.Min(1, steps); step++)
