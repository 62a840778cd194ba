// L10.b: 2 points
// says: Only the winner moves the output
- for (int k = 0; k < g.Length; k++) back[winners[k]] = g[k];
+ for (int i = 0; i < inputs; i++) back[i] = g[i / group];
