// L10.b: 2 points
// says: Each belongs to the place of its winner
- back[winners[k]] = g[k];
+ back[k] = g[k];
