// L13.d
- double sign = slope[k] * last[k];
+ double sign = Math.Sign(slope[k]) * Math.Sign(last[k]);
