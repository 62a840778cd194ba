// L11.a: 0 points
// says: explodes from 2/λ on
- return 2 / length;
+ return 1 / length;
