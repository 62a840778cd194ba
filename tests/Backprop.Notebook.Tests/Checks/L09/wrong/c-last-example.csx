// L09.c: 3 points
// says: last example, divided by their number
- dB2[0] += 
+ dB2[0] = 
- dW2[0][r] += 
+ dW2[0][r] = 
- dB1[r] += 
+ dB1[r] = 
- dW1[r][k] += 
+ dW1[r][k] = 
