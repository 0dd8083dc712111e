-- Count a request against what its user may ask for in a day. Counted twice, it counts once.
--
-- KEYS 1 used hash    requests, engine_ms: of the user's day
--      2 paid string  the user who asked for the request, for who counts what it takes
-- ARGV user, most (0: any), how many more were counted in other shards, seconds to keep both for
-- Returns 1, or 0 and does nothing when the user has asked for as many.
if redis.call('EXISTS', KEYS[2]) == 1 then return 1 end
local most, elsewhere = tonumber(ARGV[2]), tonumber(ARGV[3])
local asked = tonumber(redis.call('HGET', KEYS[1], 'requests') or '0')
if most > 0 and asked + elsewhere >= most then return 0 end
redis.call('HINCRBY', KEYS[1], 'requests', 1)
redis.call('EXPIRE', KEYS[1], ARGV[4])
redis.call('SET', KEYS[2], ARGV[1], 'EX', ARGV[4])
return 1
