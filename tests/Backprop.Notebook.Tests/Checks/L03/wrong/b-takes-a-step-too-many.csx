// L03.b: 2 points
// says: one step too many
- for (int step = 0; step < steps; step++)
+ for (int step = 0; step < steps + (steps == 1 ? 0 : 1); step++)
