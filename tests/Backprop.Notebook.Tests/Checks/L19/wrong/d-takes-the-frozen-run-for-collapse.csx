// L19.d: 2 points
// says: A collapsed heap jumps
string[] Diagnose() => ["blind", "collapsed", "collapsed"];
