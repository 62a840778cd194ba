// L19.b: 3 points
// says: multiplied by its noise
- s -= rate * push.Zip(noise, (p, z) => p * z).Average();
+ s -= rate * push.Average();
