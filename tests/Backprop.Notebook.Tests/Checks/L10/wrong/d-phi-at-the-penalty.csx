// L10.d: 1 points
// says: as printed in the notes
- arrives += lambda * Math.Sign(h);
- result[r] = (1 - h * h) * arrives;
+ result[r] = (1 - h * h) * arrives + lambda * Math.Abs(h);
