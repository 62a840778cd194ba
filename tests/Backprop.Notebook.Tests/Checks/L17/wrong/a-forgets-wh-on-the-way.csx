// L17.a: 2 points
// says: the slope is multiplied by wh
- arriving = delta * wh;
+ arriving = delta;
