// L07.d: 0 points
// says: Off the diagonal the signs are turned
- : -o[i] * o[j];
+ : o[i] * o[j];
