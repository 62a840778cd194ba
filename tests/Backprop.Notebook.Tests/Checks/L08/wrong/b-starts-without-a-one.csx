// L08.b: 0 points
// says: has to start with a 1
- output.Grad = 1;
