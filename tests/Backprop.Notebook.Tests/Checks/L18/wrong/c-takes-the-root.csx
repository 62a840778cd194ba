// L18.c: 0 points
// says: the penalty has no root
- return penalty;
+ return Math.Sqrt(penalty);
