using Scenestream;
using UnityEngine;

/// <summary>Put this on an empty object beside a Scenestream Client, start `scenestream up`, and press Play.</summary>
[RequireComponent(typeof(ScenestreamClient))]
public sealed class FirstScene : MonoBehaviour
{
    public string Wish = "a cozy living room with a red sofa and a round table";
    private ScenestreamClient client;
    private string line = "";

    private void Start()
    {
        client = GetComponent<ScenestreamClient>();
        client.OnProgress.AddListener((label, share) => line = label + " " + Mathf.RoundToInt(share * 100) + " %");
        client.OnAnswer.AddListener(answer => line = answer);
        client.OnProblem.AddListener(problem => line = problem);
    }

    private void OnGUI()
    {
        Wish = GUILayout.TextField(Wish, GUILayout.Width(400));
        if (GUILayout.Button("Say it")) client.Say(Wish);
        if (GUILayout.Button("Undo")) client.Undo();
        if (GUILayout.Button("Cancel")) client.Cancel();
        GUILayout.Label(line);
    }
}
