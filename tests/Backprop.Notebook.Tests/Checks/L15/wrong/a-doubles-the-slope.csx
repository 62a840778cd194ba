// L15.a: 2 points
// says: The 1/2 of the loss takes the 2
- result[l] = [.. weights[l].Zip(slopes[l], (w, slope) => slope + lambda * w)];
+ result[l] = [.. weights[l].Zip(slopes[l], (w, slope) => slope + 2 * lambda * w)];
