// Change requests of a multibranch pipeline: the test report, warnings (plugin Warnings Next Generation), the page to keep.
pipeline {
    agent any
    tools { jdk 'jdk-17' }
    stages {
        stage('Check AsyncAPI versions') {
            when { changeRequest() }
            steps {
                // The merge base with the target branch is what the document is compared with.
                sh 'git fetch origin "+refs/heads/$CHANGE_TARGET:refs/remotes/origin/$CHANGE_TARGET"'
                sh 'tidings check --format text --format junit=tidings.xml --format sarif=tidings.sarif --format html=tidings.html api/'
            }
            post {
                always {
                    junit 'tidings.xml'
                    recordIssues tool: sarif(pattern: 'tidings.sarif')
                    archiveArtifacts 'tidings.html'
                }
            }
        }
    }
}
