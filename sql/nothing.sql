-- Does nothing, and on a cluster nothing on any segment.

CLOSE ALL;
