// L10.d: 0 points
// says: the slip of the notes
- result[r] = (1 - h * h) * arrives;
+ result[r] = h * arrives;
