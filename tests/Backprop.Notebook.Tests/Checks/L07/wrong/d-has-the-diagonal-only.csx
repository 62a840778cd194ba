// L07.d: 0 points
// says: The diagonal is right
- : -o[i] * o[j];
+ : 0;
