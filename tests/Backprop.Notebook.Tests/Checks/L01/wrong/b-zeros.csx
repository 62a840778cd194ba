// L01.b: 0 points
// says: cannot see its inputs
- return [[1, 1, 0.5], [-1, -1, -1.5], [1, 1, 1, 1.5]];
+ return [[0, 0, 0], [0, 0, 0], [0, 0, 0, 0]];
