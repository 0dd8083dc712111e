using Scenestream.V2;

namespace Scenestream
{
    /// <summary>
    /// Whose turn it is: one hand edit is under way at a time. The next is made on what came of the last; made
    /// before that is shown, it would be in conflict with it, as if it were another client's.
    /// </summary>
    internal sealed class HandEditTurn
    {
        /// <summary>Seconds after which an edit that was taken is done, though nothing shows it: it changed
        /// nothing, was in conflict, or was changed again at once.</summary>
        public const double Patience = 3.0;

        private SceneState awaited;
        private double takenAt;

        /// <summary>The server took <paramref name="state"/>; its scene may come only now.</summary>
        public void Taken(SceneState state, SceneMirror mirror, double now)
        {
            awaited = HandEdits.IsShown(state, mirror) ? null : state;
            takenAt = now;
        }

        public void Changed(SceneMirror mirror)
        {
            if (awaited != null && HandEdits.IsShown(awaited, mirror)) awaited = null;
        }

        public bool IsFree(double now)
        {
            return awaited == null || now - takenAt > Patience;
        }

        /// <summary>Another connection: what was taken is in the scene that it begins with.</summary>
        public void Reset()
        {
            awaited = null;
        }
    }
}
