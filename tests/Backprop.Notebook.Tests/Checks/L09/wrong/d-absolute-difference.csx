// L09.d: 3 points
// says: of many thousand
- Math.Abs(claimed[i] - nudged) / size;
+ Math.Abs(claimed[i] - nudged);
